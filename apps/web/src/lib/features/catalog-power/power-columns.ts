/** A column of the table that can be imported, as people are told about it. The server's own list is what counts. */
export const powerColumns: readonly { readonly name: string; readonly isRequired?: true; readonly hint: string }[] = [
  { name: '权力编码', hint: '修改已有条目时填写；新条目留空，由系统编号' },
  { name: '部门', hint: '部门名称、简称或编码；只负责一个部门时可不填' },
  { name: '权力名称', isRequired: true, hint: '一项权力一行' },
  { name: '依据名称', hint: '法律法规、校内制度的名称；没有依据不能保留' },
  { name: '依据文号', hint: '例如 校发〔2025〕8号' },
  { name: '依据条款', hint: '例如 第三条' },
  { name: '行使科室', hint: '' },
  { name: '行使岗位', hint: '' },
  { name: '行使方式', isRequired: true, hint: '怎样行使、按什么流程' },
  { name: '行使对象', isRequired: true, hint: '学生、教职工、家长、校友、社会人员；几类用顿号隔开' },
  { name: '权力来源', hint: '法定本级行使、上级下放、上级授权、同级授权、上级委托、同级委托；不填为法定本级行使' },
  { name: '廉政风险点', hint: '选填' },
];
